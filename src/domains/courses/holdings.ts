import { Type } from 'typebox';
import {
  aboutNobody,
  boolean,
  bytes,
  declareHoldings,
  instant,
  integer,
  json,
  nullable,
  text,
  texts,
  uuid,
} from '../../kernel/holdings/index.ts';

const strings = Type.Record(Type.String(), Type.String());

/** The keys are the field names of Open edX's blocks: an author's settings of a block, never anything about a learner. */
const embeddedSettings = Type.Record(Type.String(), Type.Unknown());

const sourceForm = Type.Object(
  {
    inline: Type.Optional(Type.Boolean()),
    dangling: Type.Optional(Type.Boolean()),
    element: Type.Optional(Type.String()),
    named_by: Type.Optional(
      Type.Union([Type.Literal('slug'), Type.Literal('name'), Type.Literal('display_name'), Type.Literal('none')]),
    ),
    pointer: Type.Optional(strings),
    html_path: Type.Optional(Type.String()),
    path: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

const manifest = Type.Object(
  {
    folder: Type.String(),
    documents: strings,
    files: Type.Record(
      Type.String(),
      Type.Object(
        { hash: Type.String(), media_type: Type.String(), size_bytes: Type.Integer() },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

const facts = aboutNobody(['provide', 'improve']);

/** Tables of courses. Only a version's author leads to a person; what they wrote belongs to the course and stays. */
export const holdings = declareHoldings({
  course: {
    holds: 'a course or library, with its two heads',
    subject: 'nobody',
    facts,
    writtenFor: ['provide'],
    columns: {
      key: text(),
      kind: text(),
      org: text(),
      number: text(),
      run: text(),
      is_listed: boolean(),
      created_at: instant(),
      draft_version: nullable(uuid()),
      base_version: nullable(uuid()),
      published_version: nullable(uuid()),
    },
  },
  course_version: {
    holds: 'a version of a course: never changed, never deleted while the course is there',
    subject: { person: 'author' },
    facts: { ...facts, onErase: { keep: 'the course stays, without its author' } },
    writtenFor: ['provide'],
    columns: {
      id: uuid(),
      course: text(),
      number: integer(),
      parent: nullable(uuid()),
      author: nullable(
        uuid({
          what: 'who made this version of a course',
          category: 'record',
          purposes: ['provide'],
          clauses: ['P4'],
          keep: { with: 'the account' },
          onErase: 'decorrelate',
        }),
      ),
      made_at: instant(),
      message: text(),
      root: text(),
      manifest: text(),
    },
  },
  course_block: {
    holds: 'a block of a course with the hashes of its children, known by its own hash',
    subject: 'nobody',
    facts,
    writtenFor: ['provide'],
    columns: {
      hash: text(),
      tag: text(),
      name: text(),
      attributes: json(strings),
      content: nullable(text()),
      layout: nullable(text()),
      error: nullable(text()),
      embedded: json(embeddedSettings),
      source: json(sourceForm),
      children: texts(),
    },
  },
  course_content: {
    holds: 'the text of a block or document of a course, known by its hash',
    subject: 'nobody',
    facts,
    writtenFor: ['provide'],
    columns: { hash: text(), body: bytes() },
  },
  course_manifest: {
    holds: 'the files and documents of a version, known by the hash of the list',
    subject: 'nobody',
    facts,
    writtenFor: ['provide'],
    columns: { hash: text(), body: json(manifest) },
  },
});
