import type { NamedFile } from './uploading.ts';

const entriesIn = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

async function filesOf(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.isFile) return [{ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: NamedFile[] = [];
  for (let some = await entriesIn(reader); some.length > 0; some = await entriesIn(reader)) {
    for (const one of some) files.push(...(await filesOf(one)));
  }
  return files;
}

/** What a system puts into folders and hides. */
const isHidden = (name: string): boolean => /(^|\/)(\.|Thumbs\.db$|desktop\.ini$)/.test(name);

/** All files of what was dropped, folders opened, without those that a system hides. */
export async function droppedFiles(items: DataTransferItemList): Promise<NamedFile[]> {
  // The list is empty once the event is over: what is in it is taken at once.
  const taken = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const some = taken.map(async (one): Promise<NamedFile[]> => {
    if (one === null) return [];
    return one instanceof File ? [{ name: one.name, file: one }] : filesOf(one);
  });
  const files = (await Promise.all(some)).flat();
  return files.filter(({ name }) => !isHidden(name));
}

/** Files that were chosen, or those of a folder without what is hidden in it. */
export const chosenFiles = (list: FileList | null): NamedFile[] =>
  [...(list ?? [])]
    .filter(({ webkitRelativePath }) => !isHidden(webkitRelativePath))
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }));
