import { describe, expect, it } from "vitest";
import { findLetters } from "./find-letters.ts";

const certain = (text: string): readonly string[] =>
  findLetters(text)
    .filter(({ by }) => by === "braces" || by === "prose")
    .map(({ letters }) => letters.map(({ letter }) => letter).join(""));

describe("findLetters", () => {
  it.each([
    ["Option A is one.", ["A"]],
    ["See option B and choice C.", ["B", "C"]],
    ["Options A, C, and D fail.", ["ACD"]],
    ["Options A, C and D fail.", ["ACD"]],
    ["Options A & B, or options C/D.", ["AB", "CD"]],
    ["options (a) and (b)", ["AB"]],
    ["Options a) and b)", ["AB"]],
    ["Options A through C fail.", ["ABC"]],
    ["Options A-C fail.", ["ABC"]],
    ["A and C are incorrect.", ["AC"]],
    ["B is wrong, but C is correct.", ["B", "C"]],
    ["It is so; A, B and D are therefore not correct.", ["ABD"]],
    ["Both A and B", ["AB"]],
    ["Neither A nor D", ["AD"]],
    ["Either B or C", ["BC"]],
    ["The answer is C.", ["C"]],
    ["Correct answer: B", ["B"]],
    ["Correct answers are A, D.", ["AD"]],
    ["These are A. and D.", ["AD"]],
    ["{B}", ["B"]],
    ["{A}, {C} and {D} fail", ["ACD"]],
    ["{A, C} fail", ["AC"]],
    ["Option A's weakness", ["A"]],
    ["Options\nA and\nB", ["AB"]],
    ["(C) is correct", ["C"]],
    ["A) Because it is", ["A"]],
    ["B: too slow", ["B"]],
    ["C. Incorrect, it is slow", ["C"]],
    ["OPTION D", ["D"]],
    ["A and C", ["AC"]],
    ["B, C and D only.", ["BCD"]],
    ["Only A & B", ["AB"]],
    ["Only A and D are right.", ["AD"]],
    ["All but C are wrong.", ["C"]],
    ["Everything except D is right.", ["D"]],
    ["So B must be right.", ["B"]],
    ["C would be right if it were fast.", ["C"]],
    ["B through D are wrong.", ["BCD"]],
    ["B–D are wrong.", ["BCD"]],
    ["Choices B thru D fail.", ["BCD"]],
    ["A+C are right.", ["AC"]],
    ["Option “C” is right.", ["C"]],
    ["Ans: C", ["C"]],
    ["Key: B, D", ["BD"]],
    ["Opt. B is slow.", ["B"]],
    ["The drug of choice is adrenaline → B. C and E. Both are late.", ["B"]],
    ["C and E. Both commands show it.", ["CE"]],
    ["Mantida a alternativa 'D', pois ela expressa proporção.", ["D"]],
    ["The answer is A because it is fast.", ["A"]],
    ["The correct answer is: A only.", ["A"]],
    ["Option A combines both.", ["A"]],
    ["A only", ["A"]],
    ["Antwort B ist falsch.", ["B"]],
    ["Die Antworten A und C sind falsch.", ["AC"]],
    ["Les réponses A et C sont fausses.", ["AC"]],
    ["La respuesta correcta es C.", ["C"]],
    ["Las opciones A y B", ["AB"]],
    ["選択肢Bが正しい", ["B"]],
    ["Antwort A ist falsch.", ["A"]],
    ["La opción A es falsa.", ["A"]],
    ["La réponse A est fausse.", ["A"]],
    ["A opção A está errada.", ["A"]],
    ["Die Optionen A, C und D sind falsch.", ["ACD"]],
    ["A und C sind falsch, B ist richtig.", ["AC", "B"]],
    ["A es falsa.", ["A"]],
    ["Nur A ist richtig.", ["A"]],
    ["Les choix A et C sont faux.", ["AC"]],
    ["La opción correcta es la B.", ["B"]],
    ["A resposta correta é a letra B.", ["B"]],
    ["Die richtige Antwort lautet B.", ["B"]],
    ["Lösung: B", ["B"]],
    ["選択肢AとCは誤り", ["AC"]],
    ["选项A、C和D是错误的", ["ACD"]],
    ["選項 A 或 B", ["AB"]],
    ["정답은 B입니다. 보기 A와 C는 틀렸다.", ["B", "AC"]],
    ["Правильный ответ B; варианты A и C неверны.", ["B", "AC"]],
    ["Odpowiedź B jest poprawna, odpowiedzi A i C nie.", ["B", "AC"]],
    ["Antwoord B is juist; optie A niet.", ["B", "A"]],
    ["Svar B är rätt. Alternativ A är fel.", ["B", "A"]],
    ["Doğru cevap B. A ve C yanlış.", ["B"]],
  ])("finds the letters of %j", (text, letters) => {
    expect(certain(text)).toEqual(letters);
  });

  it.each([
    "Vitamin A and Plan B help.",
    "Plan B is wrong.",
    'The text says "Option A of the contract".',
    "The text says “options A and B”.",
    "An A/B test is run; both A/B tests failed.",
    "Option Alpha, options available, answer All.",
    "A model is correct.",
    "A model and B-trees are indexes.",
    "Use C++ or C#.",
    "The option a user takes.",
    "The option b-tree and options by name.",
    "Answer a question.",
    "The correct answer is A stack.",
    "Answer: A while loop.",
    "I think I am right.",
    "Hepatitis B is wrong to ignore.",
    "S3 and A100 are right.",
    "{a} and {AB} and {1}",
    "Section A.1 and B.2",
    "grade A, type B",
    "Types A and B are wrong.",
    "Vitamins A, C and D are right.",
    "Subnets A and B are incorrect.",
    "The answer Dürer gave; option Éclair.",
    "Option B2 and choice C#.",
    "Written in C and D.",
    "Jane A. Smith is right.",
    "Options Z to A are sorted.",
    "Vitamin A ist richtig, Plan B ist falsch.",
    "La vitamina A es correcta.",
    "A son of a king is right.",
    "Le langage C est correct.",
    "Klasse A und B sind richtig.",
    "Lösung A reagiert sauer.",
    "La letra A es una vocal.",
    "A letra B do alfabeto.",
    "",
  ])("leaves %j alone", (text) => {
    expect(certain(text)).toEqual([]);
  });

  it.each([
    ["A and C describe other things.", "AC"],
    ["Answer choice b", "B"],
    ["Options a and c fail.", "AC"],
    ["In A, the disk is lost.", "A"],
    ["See C.", "C"],
    ["Eliminate A and B.", "AB"],
    ["That leaves only D.", "D"],
    ["Why not A?", "A"],
    ["Statements A and B are true.", "AB"],
    ["A: counts. B: measures.", "A B"],
    ["A. The model is slow.\nB. The data are old.", "A B"],
    ["(A) ignores the balance, (C) leaks data.", "A C"],
    ["Options A and C are settings, E is luck.", "AC E"],
    ["Weder A noch D ändert etwas.", "A D"],
    ["The first option is slow.", "A"],
    ["Option 3 forgets the intercept.", "C"],
    ["Options 1 and 4 need labels.", "AD"],
    ["Options 1-3 need labels.", "ABC"],
    ["The options 1 and 3 need labels.", "AC"],
    ["A) and C) describe the model.", "AC"],
    ["B doesn't scale.", "B"],
  ])("understands %j", (text, letters) => {
    const found = findLetters(text);
    expect(found.map((each) => each.letters.map(({ letter }) => letter).join("")).join(" ")).toBe(letters);
    expect(new Set(found.map(({ by }) => by))).toEqual(new Set(["prose"]));
  });

  it.each([
    ["A. The model is slow.", "A"],
    ["Unlike B, it scales.", "B"],
    ["A loses data.", "A"],
    ["B gave the better interview.", "B"],
    ["The manager prefers B.", "B"],
    ["The first one, A, is slow.", " A"],
    ["The right answer is A stack.", "A"],
    ["E rises and D falls.", "E D"],
    ["The first option of the menu saves.", ""],
    ["B slows the server, C the client.", "B C"],
    ["See the option above.", ""],
  ])("cannot tell what the letters of %j are", (text, letters) => {
    const found = findLetters(text);
    expect(found.map((each) => each.letters.map(({ letter }) => letter).join("")).join(" ")).toBe(letters);
    expect(new Set(found.map(({ by }) => by))).toEqual(new Set(["unclear"]));
  });

  it.each(["It was B who signed. B is wrong about that, and so is C.", "Nobody wanted D, but C is correct."])(
    "understands all letters of the sentence or none: %j",
    (text) => {
      const first = findLetters(text).filter(({ start }) => start < 20);
      expect(first.length).toBeGreaterThan(0);
      expect(first.every(({ by }) => by === "unclear")).toBe(true);
    },
  );

  it.each([
    "Options A, C, and D (model size, training duration, and number of layers)",
    "Options C and A describe time and size, respectively.",
    "A, C and D are size, time and layers.",
  ])("keeps the order of letters that an enumeration of as many things follows: %j", (text) => {
    expect(findLetters(text)[0]).toMatchObject({ by: "prose", keepOrder: true });
  });

  it("takes letters from the end of the alphabet to its beginning for no list", () => {
    expect(findLetters("Z to A sorting reverses it.")).toEqual([]);
  });

  it("says nothing of an option that is left out of all", () => {
    expect(findLetters("All but {C} are wrong.").map(({ verdict }) => verdict)).toEqual([null]);
  });

  it("leaves the words of other languages where they are", () => {
    for (const text of ["Die Antworten A und C", "選択肢AとC", "Варианты A и C", "Svar A och C"])
      expect(findLetters(text)[0]).toMatchObject({ keepOrder: true });
  });

  it.each([
    ["{A} is correct", "right"],
    ["{A} is incorrect", "wrong"],
    ["{A} and {B} are wrong", "wrong"],
    ["{A} is not correct", "wrong"],
    ["{A} isn't wrong", "right"],
    ["The correct answer is B", "right"],
    ["The incorrect options are A and B", "wrong"],
    ["The right answer is B", "right"],
    ["So it is. The answer is B", "right"],
    ["The wrong answers are A and B", "wrong"],
    ["One may think the answer is B", null],
    ["A. Incorrect: no", "wrong"],
    ["{A} is right about speed", null],
    ["{A} is slow", null],
  ])("reads the verdict of %j", (text, verdict) => {
    expect(findLetters(text)[0]?.verdict).toBe(verdict);
  });

  it("joins by or where the author does, and keeps the order of an enumeration that ends in respectively", () => {
    expect(findLetters("{A} or {B}")[0]).toMatchObject({ join: "or", keepOrder: false });
    expect(findLetters("{B} and {A} are fast and slow, respectively")[0]).toMatchObject({
      join: "and",
      keepOrder: true,
    });
    expect(findLetters("neither {A} nor {B}")[0]).toMatchObject({ keepOrder: true });
  });

  it.each([
    ["{B}, {C} and {E} name the services for metrics, calls and changes (CloudWatch, CloudTrail, Config).", true],
    ["Only {B} and {D} scale (sideways, upwards).", true],
    ["{A}, {C} and {D} raise cost, delay and risk.", true],
    ["{B} and {C} are services of a region (and cost nothing).", false],
  ])("keeps the order of letters for which the sentence has a list of as many things: %s", (text, keepOrder) => {
    expect(findLetters(text)[0]).toMatchObject({ keepOrder });
  });
});
