import { createContext, type ReactNode, useContext } from 'react';
import type { Session, Vocabulary } from '../../server/index.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { keep, useKept } from './keep.ts';

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionGiven = ({ session, children }: { readonly session: Session; readonly children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
);

/** What this case and this server are; there is one wherever a page is shown. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('expected a session around the page, found none: put SessionGiven around it');
  return session;
}

export const useVocabulary = (): Vocabulary | undefined => useAnswer<Vocabulary>('/api/vocabulary').data;

const NAME = 'hearsay:name';

/** The name under which this person decides; proposed by the server, changed at the foot of the navigation. */
export function useReader(): readonly [name: string, set: (name: string) => void] {
  const { reader } = useSession();
  const name = useKept(NAME) ?? reader;
  return [name, (next) => keep(NAME, next.trim() === '' ? null : next.trim())];
}
