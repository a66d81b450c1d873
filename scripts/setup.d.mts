/** The project's folder. */
export const root: string;
/** True if version `found` ("20.18.1") is at least `least` ("20.19"). */
export function isAtLeast(found: string, least: string): boolean;
/** Throws advice where Node is older than package.json's engines ask. */
export function checkNode(found?: string): void;
/** True if what is installed in the project at `folder` is what its package-lock.json names. */
export function isInstalled(folder?: string): boolean;
/** True if dist/ was built from the sources as they are now. */
export function isBuilt(): boolean;
