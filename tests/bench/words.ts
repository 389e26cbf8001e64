import { randomFrom } from "#lib/exam/random";

const vocabulary =
  "a model learns the weights of each layer from data while loss falls and tokens pass through attention heads that mix what came before with what is asked now so batches of vectors scale rotate and sum into outputs".split(
    " ",
  );

/** Prose of `length` characters in lines of about 300, the same for the same seed. */
export function words(seed: string, length: number): string {
  const random = randomFrom(seed);
  let text = "";
  let line = 0;
  while (text.length < length) {
    const word = vocabulary[random.integer(vocabulary.length)] as string;
    line += word.length + 1;
    text += word + (line > 300 ? "\n" : " ");
    if (line > 300) line = 0;
  }
  return text.slice(0, length).trimEnd();
}
