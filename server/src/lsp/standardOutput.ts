/**
 * Messages over standard output. The library's writer sends a message's header and body one after the other; here they go
 * in one piece, so that whoever waits for them wakes once. Knows no message.
 */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

export class StandardOutput extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.stream.write(text, error => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }
}
