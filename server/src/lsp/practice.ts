/**
 * What a program does for the first time takes it ten times as long as when it has done it often. So that an author's first
 * keys are as quick as later ones, the server practises while nobody wants anything of it. Knows neither what a key does nor
 * what is found.
 */
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Locale } from '../base/locale.ts';
import type { Steps } from '../base/steps.ts';
import { practise } from '../features/practice.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Host } from './host.ts';
import { inSlices } from './slices.ts';

/** In milliseconds, in which nothing was changed. */
const rest = 250;
/** As often as it takes until most of the code is compiled; a step is a key. */
const mostSteps = 150;
/**
 * In milliseconds: what takes so long does so for what it does, not for what it has not done before, and a key that comes
 * meanwhile waits for it.
 */
const longestStep = 50;

export interface PracticeOptions {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly locale: () => Locale;
  readonly failed: (error: unknown) => void;
}

export class Practice {
  private nSteps = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: CancellationTokenSource | undefined;

  constructor(private readonly options: PracticeOptions) {}

  /** Someone wants something. */
  stop(): void {
    clearTimeout(this.timer);
    this.underWay?.cancel();
  }

  /** After a while, unless it is stopped before. */
  startSoon(file: string): void {
    this.stop();
    if (this.nSteps < mostSteps) this.timer = setTimeout(() => void this.start(file), rest);
  }

  private async start(file: string): Promise<void> {
    const { host, workspace, locale, failed } = this.options;
    this.underWay = new CancellationTokenSource();
    const steps = practise(workspace, file, locale());
    try {
      await inSlices(host, this.some(steps), this.underWay.token);
    } catch (error) {
      this.nSteps = mostSteps;
      failed(error);
    } finally {
      steps.return();
    }
  }

  private *some(steps: Steps<void>): Steps<void> {
    for (; this.nSteps < mostSteps; this.nSteps++) {
      const before = Date.now();
      if (steps.next().done === true) return;
      if (Date.now() - before > longestStep) this.nSteps = mostSteps;
      yield;
    }
  }
}
