import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { draftKeyOf, forgetDrafts, hasOtherLetters, keepDraft, onForgotten, readDraft } from "./drafts.ts";

/** What a browser keeps: its keys are properties of their own. */
class Kept {
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(Reflect.get(this, key)) : null;
  }
  setItem(key: string, text: string): void {
    Reflect.set(this, key, text);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

const [ada, bob] = [draftKeyOf("ada", "exam/question/"), draftKeyOf("bob", "exam/question/")];
beforeEach(() => void vi.stubGlobal("localStorage", new Kept()));
afterEach(() => void vi.unstubAllGlobals());

it("shows a draft to the account that wrote it, and to no other", () => {
  keepDraft(ada, "Half a thought");
  expect(readDraft(ada)).toBe("Half a thought");
  expect(readDraft(bob)).toBeNull();
  keepDraft(ada, "");
  expect(readDraft(ada)).toBeNull();
});

it("knows when a draft that names options was written where they had another order", () => {
  keepDraft(ada, "Why not B?", "x y z");
  expect(hasOtherLetters(ada, "x y z")).toBe(false);
  expect(hasOtherLetters(ada, "z y x")).toBe(true);
  keepDraft(ada, "I read a paper.", "x y z");
  expect(hasOtherLetters(ada, "z y x"), "names none").toBe(false);
  localStorage.setItem(bob, "Why not B?");
  expect(hasOtherLetters(bob, "z y x"), "of an earlier release").toBe(false);
  keepDraft(ada, "");
  expect(Object.keys(localStorage)).toEqual([bob]);
});

it("forgets every draft at a sign-out, also those of earlier releases, and nothing else", () => {
  for (const key of [ada, bob, "draft:exam/question/", "answers:1"]) localStorage.setItem(key, "text");
  forgetDrafts();
  expect(Object.keys(localStorage)).toEqual(["answers:1"]);
});

it("has the other tabs forget when one signs out, and not when a draft is posted", () => {
  const browser = new EventTarget();
  vi.stubGlobal("addEventListener", browser.addEventListener.bind(browser));
  vi.stubGlobal("removeEventListener", browser.removeEventListener.bind(browser));
  const written: string[] = [];
  vi.spyOn(localStorage, "setItem").mockImplementation((key) => void written.push(key));
  const forget = vi.fn();
  const end = onForgotten(forget);
  const tell = (key: string) => browser.dispatchEvent(Object.assign(new Event("storage"), { key }));
  tell(ada);
  expect(forget).not.toHaveBeenCalled();
  forgetDrafts();
  expect(written).toHaveLength(1);
  for (const key of written) tell(key);
  expect(forget).toHaveBeenCalledOnce();
  end();
  for (const key of written) tell(key);
  expect(forget).toHaveBeenCalledOnce();
});
