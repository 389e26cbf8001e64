/** The note type of our cards: it has a name and an id of its own, so that no "Basic" of a reader's is changed. */
export const noteType = 1_763_000_000_000;

/** The tables of a collection, schema 11. */
export const collectionSchema = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld text not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

const css = ".card { font-family: arial; font-size: 20px; text-align: left; color: black; background-color: white; }";

/** What Anki keeps as JSON in its row of settings. `modified` is in seconds. */
export function collectionSettings(deck: { readonly id: number; readonly name: string }, modified: number) {
  const field = (name: string, ord: number) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: "Arial",
    size: 20,
    media: [],
  });
  const template = {
    name: "Card 1",
    ord: 0,
    qfmt: "{{Front}}",
    afmt: '{{FrontSide}}\n\n<hr id="answer">\n\n{{Back}}',
    did: null,
    bqfmt: "",
    bafmt: "",
  };
  const model = {
    id: noteType,
    name: "Mockdown",
    type: 0,
    mod: modified,
    usn: -1,
    sortf: 0,
    did: deck.id,
    tmpls: [template],
    flds: [field("Front", 0), field("Back", 1)],
    css,
    latexPre: "\\documentclass[12pt]{article}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\begin{document}\n",
    latexPost: "\\end{document}",
    tags: [],
    vers: [],
    req: [[0, "any", [0]]],
  };
  const json = JSON.stringify;
  return {
    conf: json({
      nextPos: 1,
      estTimes: true,
      activeDecks: [1],
      sortType: "noteFld",
      timeLim: 0,
      sortBackwards: false,
      addToCur: true,
      curDeck: 1,
      newSpread: 0,
      dueCounts: true,
      curModel: String(noteType),
      collapseTime: 1200,
    }),
    models: json({ [noteType]: model }),
    decks: json({ "1": deckOf(1, "Default", modified), [deck.id]: deckOf(deck.id, deck.name, modified) }),
    dconf: json({ "1": options }),
  };
}

function deckOf(id: number, name: string, mod: number) {
  const none = [0, 0];
  const today = { newToday: none, revToday: none, lrnToday: none, timeToday: none };
  return { id, name, mod, usn: -1, desc: "", dyn: 0, conf: 1, collapsed: false, extendNew: 0, extendRev: 0, ...today };
}

const options = {
  id: 1,
  name: "Default",
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
};
