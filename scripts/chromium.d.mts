/** The path of a Chromium of this machine: $HEARSAY_CHROMIUM, else the first on the path; undefined where there is none. */
export function findChromium(env?: Readonly<Record<string, string | undefined>>): string | undefined;
/** Finds Chromium, or installs Debian's where apt-get may; says loudly what is left out where neither works. */
export function ensureChromium(): string | undefined;
