import { countOfThings } from "./other-nouns.ts";

/** Small words of Portuguese, Spanish, French and Italian that look like the letter of an option: "A memória", "E quindi". */

/** Phrases with the preposition, and nothing that a sentence about an option begins with. */
const fixed =
  /^\s+(?:mesure\s+qu|menudo|défaut\s+d|condition\s+d|moins\s+(?:qu|d)|compter\s+d|force\s+d|savoir|noter\s+que|titre\s+d|partir\s+d|través|pesar\s+d|continuación|veces\b|fin\s+d|tal\s+fin|cada\s+\p{L}+|caballo|corto\s+plazo|largo\s+plazo|medio\s+plazo|la\s+larga|diario|causa\s+d[aeio]|seguire|volte\b|parità\s+di|differenza\s+d|diferencia\s+de|dire\s+il|patto\s+che|priori|posteriori|seguito|tale\s+scopo|título\s+de|título\s+d|medida\s+que|princípio|respeito\s+d|favor\s+d|rigor|nível\s+de|nivel\s+de|mi\s+juicio|principios\s+de|finales\s+de|lo\s+largo)/u;
/** "A la hora de migrar", "A los 18 años": an article follows, and no verb. */
const beforeArticle = /^\s+(?:la|las|los|le|les)\s+(?:\p{L}+\s+(?:de|del|du|des|d['’])|\d)/u;
/** "A Marta le gustan", "A Roma questo magistrato", "A los menores se les aplica". */
const beforePeople = /^\s+(?:\p{Lu}\p{Ll}+|(?:los|las)\s+\p{L}+\s+(?:se\s+)?les)(?![\p{L}])/u;
const nounEnding = /(?:ção|ções|são|dade|tude|gem|ência|ância|eza|tura|ície|logia|grafia|metria|nomia)$/;
const commonNouns =
  /^(?:soma|diferença|média|perda|causa|medida|teoria|falta|escolha|prova|carga|prática|técnica|compra|estrutura|relação|lei|empresa|rede|memória|pessoa|taxa|multa|conta|maioria|parte|norma|regra|chave|tabela|classe|função|camada|máquina|base|força|água|energia|luz|massa|área|vítima|ré|parte|sentença|pena|dose|febre|pele|célula|proteína|bactéria|doença|cirurgia|consulta|vacina|cláusula|dívida|receita|despesa|moeda|bolsa|renda|venda|compra|carga|corrente|tensão|potência|bateria|antena|porta|placa|tela|página|pasta|linha|coluna|fila|pilha|lista|árvore|folha|raiz|nota|banda|data|hora|semana|criança|mulher|escola|cidade|guerra|terra|lua|França|palavra|letra|frase|língua|história|Constituição|Câmara|União|Justiça|Igreja)$/;
/** What an option is called: "A alternativa C", "A resposta correta é a B". */
const ofOptions =
  /^(?:resposta|alternativa|opção|letra|questão|afirmação|afirmativa|assertiva|sentença|única|correta|certa|errada|incorreta|primeira|segunda|terceira|quarta|quinta|última|outra|mesma|própria|nova|boa|má|melhor|pior|maior|menor)$/;
const auxiliary = /^(?:é|foi|era|será|está|estava|deve|devia|pode|podia|tem|tinha|teve|vai|não|são|foram)$/;
const noNoun =
  /^(?:é|e|foi|era|está|deve|pode|tem|não|nem|ou|também|só|já|ainda|sempre|nunca|apenas|somente|mas|mais|menos|que|se|por|para|com|sem|de|do|da|em|no|na|lo|la|los|las|el|no|y|o|es|son|son[ot]|è|non|ne|n|est|et|ou|porque|pois|pero|mas|tampoco|además|todavía|anche|solo|quanto|como|quando|onde|certamente|[a-zà-ÿ]+mente|descreve|confunde|ignora|usa|mede|trata|cita|omite|inverte|contradiz|descrive|describe)$/;

/** Whether the capital A before `after` is an article or a preposition of a Romance language. */
export function isRomanceA(after: string): boolean {
  if (fixed.test(after) || beforeArticle.test(after) || beforePeople.test(after)) return true;
  const [, first = "", second = ""] = /^\s+([\p{L}]+)(?:\s+([\p{L}]+))?/u.exec(after) ?? [];
  if (first === "" || noNoun.test(first)) return false;
  if (ofOptions.test(first)) return second !== "";
  return (
    nounEnding.test(first) ||
    commonNouns.test(first) ||
    countOfThings(first) === "one" ||
    (auxiliary.test(second) && second !== "não")
  );
}

/** "E quindi", "O valor", "Y por eso": whether the capital `letter` before `after` is a small word, and no verb can follow. */
export function isSmallWord(letter: string, after: string): boolean {
  if (
    letter === "E" &&
    /^\s+(?:quindi|proprio|poi|allora|così|perciò|il|lo|la|le|gli|i|os|as|o|a|um|uma|assim|se\s+(?:o|a|os|as|il|la|lo))\s+\p{L}/u.test(
      after,
    )
  )
    return true;
  if (letter === "O") return /^\s+(?!é|está|não|descreve|confunde|ignora|se|também)\p{Ll}{2,}/u.test(after);
  return letter === "Y" && /^\s+(?:la|el|los|las|por|que|si|en|un|una|entonces|así)\s+\p{L}/u.test(after);
}
