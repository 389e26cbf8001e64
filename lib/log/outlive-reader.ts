/**
 * Who reads our lines may end before us: `head`, a pager, a shipper of logs, a terminal that is closed. Those after that are
 * lost, and there is nobody to tell; what we do goes on. Unheard, the error would end a command in a stack trace, and a server
 * in a line about it, that one in the next error, until it did nothing else any more, not even end.
 */
export function outliveReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
