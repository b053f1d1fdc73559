/** What the handlers use of the global objects that Node and every browser have. */
declare function atob(base64: string): string;
declare function btoa(binary: string): string;
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
