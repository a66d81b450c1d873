import { createRoot } from 'react-dom/client';
import { addressNow } from './address/address.ts';
import { refresh } from './ask/answers.ts';
import { earlyAsked } from './ask/early-asked.ts';
import { listenToKeys } from './keys/keys.ts';
import { showTheme } from './session/settings.ts';
import { fetchPage } from './shell/pages.ts';
import { Workbench } from './shell/workbench.tsx';

/** As long as nothing is shown in milliseconds, before bars stand where words will. */
const PATIENCE = 400;

showTheme();
listenToKeys();
const root = createRoot(document.getElementById('workbench')!);
const coming = [...earlyAsked().map((path) => refresh(path)), fetchPage(addressNow().path)];
// What is there in a moment is painted once, and not bars before it.
void Promise.race([Promise.allSettled(coming), new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() =>
  root.render(<Workbench />),
);
