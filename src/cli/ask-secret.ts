import type { ReadStream } from 'node:tty';
import { Misuse } from './talk.ts';

const ENTER = new Set(['\r', '\n']);
const BACKSPACE = new Set(['\u007F', '\b']);
const CTRL = { c: '\u0003', d: '\u0004', u: '\u0015' };

/**
 * Reads a line from a terminal that does not show it.
 *
 * @param write where the question goes
 * @throws Misuse where it is broken off with Ctrl-C or Ctrl-D
 */
export function askSecret(terminal: ReadStream, write: (text: string) => void, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const before = terminal.isRaw;
    let typed: string[] = [];
    const end = (settle: () => void): void => {
      terminal.off('data', onData);
      terminal.setRawMode(before);
      terminal.pause();
      write('\n');
      settle();
    };
    const onData = (chunk: Buffer): void => {
      for (const sign of chunk.toString('utf8')) {
        if (ENTER.has(sign)) {
          end(() => resolve(typed.join('')));
          return;
        }
        if (sign === CTRL.c || (sign === CTRL.d && typed.length === 0)) {
          end(() => reject(new Misuse('no passphrase was given; nothing was changed')));
          return;
        }
        if (BACKSPACE.has(sign)) typed.pop();
        else if (sign === CTRL.u) typed = [];
        else if (sign >= ' ') typed.push(sign);
      }
    };
    write(question);
    terminal.setRawMode(true);
    terminal.resume();
    terminal.on('data', onData);
  });
}
