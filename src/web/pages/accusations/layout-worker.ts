import { layOut, type ToLayOut } from './lay-out.ts';

/** The few of a worker's methods that are used; the page's own types know the window alone. */
interface Here {
  onmessage: ((event: MessageEvent<ToLayOut>) => void) | null;
  postMessage: (places: Float64Array, hand: Transferable[]) => void;
}

const here = self as unknown as Here;
here.onmessage = ({ data }) => {
  const places = layOut(data, () => performance.now());
  here.postMessage(places, [places.buffer]);
};
