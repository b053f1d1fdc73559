/**
 * Messages over standard input and output. The library's reader and writer do the same in more steps; here a message is
 * written at once, with its header, so that whoever waits for it wakes once. Knows no message.
 */
import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';

const endOfHeader = '\r\n\r\n';

export class StandardInput extends AbstractMessageReader implements MessageReader {
  private chunks: Buffer[] = [];
  private nBytes = 0;
  /** Of the message whose header has been read. */
  private length: number | undefined;

  constructor(private readonly stream: Readable) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.nBytes += chunk.length;
      for (let isMore = true; isMore; ) {
        try {
          const message = this.next();
          isMore = message !== undefined;
          if (message !== undefined) callback(message);
        } catch (error) {
          this.fireError(error);
        }
      }
    };
    this.stream.on('data', take);
    this.stream.on('error', error => this.fireError(error));
    this.stream.on('close', () => this.fireClose());
    return { dispose: () => this.stream.off('data', take) };
  }

  private next(): Message | undefined {
    this.length ??= this.lengthInHeader();
    if (this.length === undefined || this.nBytes < this.length) return undefined;
    const body = this.taken(this.length);
    this.length = undefined;
    return JSON.parse(body.toString());
  }

  private lengthInHeader(): number | undefined {
    const end = this.whole().indexOf(endOfHeader);
    if (end < 0) return undefined;
    const header = this.taken(end + endOfHeader.length).toString('latin1');
    const length = /^content-length: *(\d+)/im.exec(header)?.[1];
    if (length === undefined) throw new Error(`a message without Content-Length: ${header}`);
    return Number(length);
  }

  private taken(length: number): Buffer {
    const whole = this.whole();
    this.chunks = [whole.subarray(length)];
    this.nBytes -= length;
    return whole.subarray(0, length);
  }

  private whole(): Buffer {
    if (this.chunks.length !== 1) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]!;
  }
}

export class StandardOutput extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(body)}${endOfHeader}${body}`;
    return new Promise((resolve, reject) => {
      this.stream.write(text, error => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }
}
