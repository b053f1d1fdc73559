/** A list that is added to while others are made within it; what is taken from it is exactly as long as it must be. */
export class Growing<T> {
  length = 0;
  private readonly all: T[] = [];

  push(each: T): void {
    this.all[this.length++] = each;
  }

  /** What has come since there were `before`. */
  take(before: number): readonly T[] {
    const taken = this.all.slice(before, this.length);
    this.length = before;
    return taken;
  }
}
