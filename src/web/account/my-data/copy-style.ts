/** The looks of the page that people take along: everything in it, since it opens without us. */
export const copyStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1d2630, #e8e6e1); --soft: light-dark(#556170, #a9b2bb);
  --paper: light-dark(#fbfaf7, #171c21); --surface: light-dark(#fff, #1f262c); --line: light-dark(#e0dcd3, #36404a);
  --accent: light-dark(#0f5568, #83cfe2); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header, footer { max-inline-size: 52rem; margin-inline: auto; padding: 1.25rem clamp(1rem, 4vw, 2rem); }
header { padding-block-start: 3rem; }
h1 { margin: 0 0 .5rem; font: 600 2rem/1.2 Georgia, serif; }
h2 { margin: 2.5rem 0 .75rem; padding-block-end: .35rem; border-block-end: 1px solid var(--line); font: 600 1.4rem/1.3 Georgia, serif; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: .5rem 0; max-inline-size: 42rem; }
a { color: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.soft, dt { color: var(--soft); font-size: .875rem; }
article { margin-block: 1rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--surface); }
article > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; max-inline-size: none; padding: 0; }
dl { margin: .5rem 0; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; white-space: pre-wrap; }
.facts { display: grid; grid-template-columns: minmax(0, 11rem) minmax(0, 1fr); gap: 0 1rem; margin-block-start: .9rem;
  padding-block-start: .75rem; border-block-start: 1px solid var(--line); font-size: .9rem; }
.facts dd { margin: 0 0 .25rem; white-space: normal; }
summary { padding-block: .35rem; color: var(--accent); cursor: pointer; }
ol { margin: 0; padding: 0; list-style: none; }
li.row { padding-block: .6rem; border-block-end: 1px solid var(--line); }
li.row:last-child { border: 0; }
li.row dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); margin: 0; }
li.row dd { margin: 0; }
h3::first-letter, dt::first-letter, .facts dd::first-letter { text-transform: uppercase; }
li.row dt { line-height: 1.35; } li.row dl { align-items: start; gap: .6rem 1.25rem; }
@media (max-width: 36rem) { .facts { grid-template-columns: 1fr; } }
@media print { details > * { display: block; } article { break-inside: avoid; } }
`;
