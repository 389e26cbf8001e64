import { expect, it } from "vitest";
import { makeQuestion } from "../../tests/support/bank.ts";
import { inTwoOrders } from "./in-two-orders.ts";

const { publicPart, secretPart } = makeQuestion("q");
const question = { public: JSON.parse(publicPart), secret: JSON.parse(secretPart) };

it("shows a question with its key in two orders of its options", () => {
  const [one, other] = inTwoOrders(question);
  const ids = (shown: typeof one) => shown.question.options.map(({ id }) => id);
  expect(ids(one)).not.toEqual(ids(other));
  expect([...ids(one)].sort()).toEqual([...ids(other)].sort());
  for (const { secret } of [one, other])
    expect(secret).toMatchObject({ key: { optionId: "q-one" }, explanationHtml: "The secret of q", answer: null });
});

it("keeps the order of a question that is not shuffled", () => {
  const [one, other] = inTwoOrders({ ...question, public: { ...question.public, shuffle: false } });
  expect(one.question.options).toEqual(other.question.options);
});
