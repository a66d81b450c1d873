import { useRef } from 'react';
import { useKeys } from '../keys/keys.ts';
import { Button } from '../parts/button.tsx';
import { useSession } from '../session/session.tsx';
import { bytes } from '../words/counts.ts';
import { chosenFiles } from './dropped-files.ts';
import { upload } from './uploading.ts';

/** Adds files or a folder that a person chooses; the same as dropping them. */
export function AddButton() {
  const { case: opened, limits } = useSession();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useKeys('Reports', opened.readOnly ? [] : [{ keys: 'a', words: 'add files', do: () => files.current?.click() }]);
  if (opened.readOnly) return null;
  const take = (input: HTMLInputElement) => {
    const chosen = chosenFiles(input.files);
    input.value = '';
    void upload(chosen, limits.atOnce);
  };
  return (
    <>
      <input ref={files} type="file" multiple hidden aria-label="Files to add" onChange={(event) => take(event.currentTarget)} />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="Folder to add"
        onChange={(event) => take(event.currentTarget)}
      />
      <Button
        tone="primary"
        icon="plus"
        letter="a"
        onClick={() => files.current?.click()}
        title={`Text, HTML, PDF, mail, WARC, WACZ, CSV, NDJSON, feeds; each up to ${bytes(limits.fileBytes)}`}
      >
        Add reports
      </Button>
      <Button icon="folder" onClick={() => folder.current?.click()}>
        Add a folder
      </Button>
    </>
  );
}
