import { useEffect, useState } from 'react';
import { addressNow, go } from '../address/address.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../session/session.tsx';
import { droppedFiles } from './dropped-files.ts';
import { upload } from './uploading.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes files: they are added wherever they are dropped. */
export function UploadPlace() {
  const { case: opened, limits } = useSession();
  const [over, setOver] = useState(false);
  const readOnly = opened.readOnly;
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (holdsFiles(event) && --depth <= 0) setOver(false);
    };
    const hold = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = async (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (readOnly || event.dataTransfer === null) return;
      const files = await droppedFiles(event.dataTransfer.items);
      if (addressNow().path !== '/reports') go('/reports');
      await upload(files, limits.atOnce);
    };
    const events = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', hold],
      ['drop', drop],
    ] as const;
    for (const [name, listener] of events) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of events) window.removeEventListener(name, listener);
    };
  }, [readOnly, limits.atOnce]);
  if (!over) return null;
  return (
    <div className="drop">
      <Icon name="plus" size={40} />
      {readOnly ? 'This case can only be read' : `Drop to add to ${opened.name}`}
    </div>
  );
}
