/** What the handlers use of the global objects that Node and every browser have. */
declare function atob(base64: string): string;
declare function btoa(binary: string): string;
