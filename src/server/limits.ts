/** What is taken of uploads. */
export const UPLOAD_LIMITS = {
  /** Bytes of one file. */
  fileBytes: 256 * 2 ** 20,
  /** Bytes of one upload. */
  uploadBytes: 2 * 2 ** 30,
  uploadFiles: 10_000,
  /** Files that may be sent at the same time. */
  atOnce: 16,
} as const;

/** Uploads that may wait to be added at the same time. */
export const MOST_UPLOADS = 20;
/** Milliseconds without a file after which an upload gives its place to another one. */
export const ABANDONED_AFTER = 10 * 60_000;
/** Uploads that may be begun in a minute. */
export const UPLOADS_A_MINUTE = 120;
/** Long work that may wait its turn. */
export const MOST_JOBS = 20;
