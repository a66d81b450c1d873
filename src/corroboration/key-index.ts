/** How many members a key may have; a key that more share tells nothing and is given up. */
export const MOST_SHARING = 256;

/**
 * An inverted index from 32-bit keys to members (small whole numbers), in flat arrays: about 24 bytes a posting. A key that more than
 * `MOST_SHARING` members share is closed: it gives no candidates any more, whatever the order in which they came.
 */
export class KeyIndex {
  private keys = new Int32Array(1 << 12);
  /** Index of the newest posting plus 1; 0 for a free slot, -1 for a closed key. */
  private heads = new Int32Array(1 << 12);
  private sizes = new Uint16Array(1 << 12);
  private used = 0;
  private members = new Int32Array(1 << 12);
  private next = new Int32Array(1 << 12);
  private postings = 0;

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.heads[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, heads, sizes } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.heads = new Int32Array(keys.length * 2);
    this.sizes = new Uint16Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (heads[i] === 0) continue;
      const at = this.slot(keys[i]!);
      this.keys[at] = keys[i]!;
      this.heads[at] = heads[i]!;
      this.sizes[at] = sizes[i]!;
    }
  }

  /** True if the key still gives candidates. */
  isOpen(key: number): boolean {
    return this.heads[this.slot(key)] !== -1;
  }

  /** Calls `visit` for each member of a key, the newest first. */
  visit(key: number, visit: (member: number) => void): void {
    for (let at = this.heads[this.slot(key)]!; at > 0; at = this.next[at - 1]!) visit(this.members[at - 1]!);
  }

  /**
   * Adds a member to a key; the same pair is to be added once.
   * @returns the members of the key if it was closed by this, the new one among them
   */
  add(key: number, member: number): readonly number[] | undefined {
    const at = this.slot(key);
    const head = this.heads[at]!;
    if (head === -1) return undefined;
    if (head === 0) {
      this.keys[at] = key;
      this.used++;
    }
    if (this.sizes[at]! >= MOST_SHARING) {
      const all = [member];
      this.visit(key, (other) => all.push(other));
      this.heads[at] = -1;
      return all;
    }
    if (this.postings === this.members.length) {
      const [members, next] = [this.members, this.next];
      this.members = new Int32Array(members.length * 2);
      this.next = new Int32Array(members.length * 2);
      this.members.set(members);
      this.next.set(next);
    }
    this.members[this.postings] = member;
    this.next[this.postings] = head;
    this.heads[at] = ++this.postings;
    this.sizes[at]!++;
    if (this.used * 10 > this.keys.length * 7) this.grow();
    return undefined;
  }
}
