/**
 * Who reads our lines may end before us: a pager, a shipper of logs, a terminal that is closed. Those after that are lost, and
 * there is nobody to tell. Unheard, the error would end in a line about it, that one in the next error, and the server would do
 * nothing else any more, not even end.
 */
export function outliveReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
