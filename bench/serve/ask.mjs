// A small HTTP client over bare sockets, so that it takes as little of the machine as it can.
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** One connection that is kept; `ask` gives status and bytes of a request. */
export function createAsker(port, token) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let waiting;
  let parts = [];
  let size = 0;
  let need = 0;
  const fail = (error) => waiting?.reject(error ?? new Error('the connection was closed'));
  socket.on('error', fail);
  socket.on('close', () => fail());
  socket.on('data', (chunk) => {
    parts.push(chunk);
    size += chunk.length;
    if (need === 0) {
      const all = parts.length === 1 ? chunk : Buffer.concat(parts);
      const end = all.indexOf(HEAD_END);
      if (end < 0) return;
      const head = all.latin1Slice(0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head);
      if (length === null) return fail(new Error(`expected a content-length, found ${head}`));
      need = end + 4 + Number(length[1]);
    }
    if (size < need) return;
    const whole = Buffer.concat(parts);
    parts = [];
    size = 0;
    need = 0;
    waiting.resolve(whole);
  });
  const ask = (path) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    });
  return {
    async status(path) {
      return Number((await ask(path)).latin1Slice(9, 12));
    },
    async body(path) {
      const whole = await ask(path);
      return whole.subarray(whole.indexOf(HEAD_END) + 4).toString();
    },
    close: () => socket.destroy(),
  };
}

/** Requests a second that so many connections get answered together, over so many milliseconds. */
export async function requestsASecond(port, token, pathOf, { connections = 8, milliseconds = 3000 } = {}) {
  const until = performance.now() + milliseconds;
  const since = performance.now();
  let count = 0;
  const work = async () => {
    const asker = createAsker(port, token);
    try {
      while (performance.now() < until) {
        const status = await asker.status(pathOf(count));
        if (status !== 200) throw new Error(`expected 200, found ${status}`);
        count++;
      }
    } finally {
      asker.close();
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return count / ((performance.now() - since) / 1000);
}
