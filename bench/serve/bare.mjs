// A bare node:http that sends ready bytes: what any server on Node can at most do. Prints its port.
import { createServer } from 'node:http';

let answer = Buffer.alloc(0);
process.on('message', (text) => {
  answer = Buffer.from(text);
  process.send({ ready: true });
});
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
