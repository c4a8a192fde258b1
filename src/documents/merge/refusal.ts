/** Why documents do not make one: a sentence that ends before its full stop. */
export class MergeRefusal extends Error {
  override readonly name = "MergeRefusal";
}
