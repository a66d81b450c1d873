/** The version that stands on every analysis. */
export const ENGINE_VERSION = '0.1.0';
