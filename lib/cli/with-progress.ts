import { Listr } from "listr2";

/** Shows how a long piece of work goes on: a line that changes in a terminal, plain lines elsewhere. */
export async function withProgress<T>(title: string, work: (tell: (text: string) => void) => Promise<T>): Promise<T> {
  let result: { readonly value: T } | undefined;
  const task = new Listr(
    [
      {
        title,
        task: async (_, running) => {
          const tell = (text: string) => {
            running.output = text;
          };
          result = { value: await work(tell) };
        },
      },
    ],
    { rendererOptions: { collapseErrors: false } },
  );
  await task.run();
  if (result === undefined) throw new Error(`${title} ended without a result`);
  return result.value;
}
