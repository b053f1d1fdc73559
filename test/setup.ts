/** Runs once before all tests: what the build generates is there, and of this schema. */
import { compileValidators } from '../schemas/compile.mjs';

export default function setup(): void {
  compileValidators();
}
