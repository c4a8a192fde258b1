/** A large file turns out to be one that can only be read whole; nothing may be kept of what was read of it in pieces. */
export class NeedsWholeFile extends Error {
  constructor() {
    super("the file has to be read whole");
  }
}
