/**
 * The reader of our output may end before us: `head`, a pager, a log shipper, a terminal that is closed. Later lines
 * are lost, and there is nobody to report that to; the work continues. Without a handler, the error would end a command
 * with a stack trace. A server would log the error, which causes the next error, and so on, until it did nothing else
 * and could not even shut down.
 */
export function outliveReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
