/**
 * Something the person at the keyboard can mend: a wrong option, a missing file, a name we do not know.
 * `message` says what is wrong, `hint` what to do; both are full Vietnamese sentences. Exit code 2.
 */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
