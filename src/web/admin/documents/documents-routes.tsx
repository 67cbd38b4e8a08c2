import {
  type DocumentKind,
  documentKinds,
  dropDraft,
  findDraft,
  findUnchecked,
  keepDraft,
  postVersion,
  type ReadDraft,
  readDraft,
} from '../../../domains/policy/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { operatorsOnly } from '../../request/operators-only.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { readMoment } from '../../ui/moments.ts';
import { urls } from '../../urls.ts';
import { DocumentList, DraftEditor, type TypedDraft } from './documents-page.tsx';
import { PreviewPage } from './preview-page.tsx';

const longestDocument_chars = 500_000;

/** Where operators draft the documents, see what would change, and post a new version. */
export const adminDocumentsRoutes: Routes = (site, powers) => {
  const { database, documents } = powers;
  site.use(urls.adminDocuments(), operatorsOnly);
  site.use(`${urls.adminDocuments()}/*`, operatorsOnly);

  site.get(urls.adminDocuments(), async (c) => {
    const r = database.read('provide');
    const rows = await Promise.all(
      documentKinds.map(async (kind) => ({
        current: documents.currentDocument(kind, r.now()),
        toCome: documents.listVersions(kind).filter(({ effective_at }) => effective_at > r.now()),
        draft: await findDraft(r, kind),
      })),
    );
    const title = c.var.words.t('adminDocuments.title');
    const isPosted = c.req.query('posted') !== undefined;
    return respondWithPage(c, { title, children: <DocumentList rows={rows} isPosted={isPosted} /> });
  });

  draftRoutes(site, powers);
  postRoutes(site, powers);
};

const draftRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get('/admin/documents/:kind', async (c) => {
    const kind = kindIn(c);
    if (!kind) return respondNotFound(c);
    return showEditor(c, powers, kind, { text: await textToEdit(powers, kind), from: '' }, {});
  });

  site.post('/admin/documents/:kind', async (c) => {
    const kind = kindIn(c);
    if (!kind) return respondNotFound(c);
    const typed = await readForm(c, ['text', 'from', 'act'], longestDocument_chars + 1);
    if (typed.text.length > longestDocument_chars)
      return showEditor(c, powers, kind, typed, { text: c.var.words.t('adminDocuments.fault.tooLong') });
    const text = typed.text.replaceAll('\r\n', '\n');
    await database.write('provide', (w) => keepDraft(w, kind, text));
    if (typed.act !== 'preview') return c.redirect(urls.adminDocument(kind), 303);
    const errors = faultsOf(c, readTyped(powers, kind, { text, from: typed.from }));
    if (errors) return showEditor(c, powers, kind, { text, from: typed.from }, errors);
    return c.redirect(urls.adminDocumentPreview(kind, typed.from), 303);
  });

  site.post('/admin/documents/:kind/drop', async (c) => {
    const kind = kindIn(c);
    if (!kind) return respondNotFound(c);
    await database.write('provide', (w) => dropDraft(w, kind));
    return c.redirect(urls.adminDocuments(), 303);
  });
};

const postRoutes: Routes = (site, powers) => {
  const { database, documents } = powers;

  site.get('/admin/documents/:kind/preview', async (c) => {
    const kind = kindIn(c);
    if (!kind) return respondNotFound(c);
    const typed = { text: await textToEdit(powers, kind), from: c.req.query('from') ?? '' };
    const read = readTyped(powers, kind, typed);
    if (read.type === 'refused') return showEditor(c, powers, kind, typed, faultsOf(c, read) ?? {});
    const current = documents.currentDocument(kind, database.read('provide').now());
    const title = c.var.words.t('adminDocuments.preview', { title: read.document.title });
    const next = read.document;
    const view = { current, next, unchecked: findUnchecked(documents, next), from: typed.from };
    return respondWithPage(c, { title, children: <PreviewPage view={view} title={title} /> });
  });

  site.post('/admin/documents/:kind/post', async (c) => {
    const kind = kindIn(c);
    if (!kind) return respondNotFound(c);
    const { from, seen } = await readForm(c, ['from', 'seen']);
    const text = await textToEdit(powers, kind);
    const read = readTyped(powers, kind, { text, from });
    // Posted is what was previewed: if another operator changed the draft since, it is looked at again.
    if (read.type === 'refused' || read.document.hash !== seen)
      return c.redirect(urls.adminDocumentPreview(kind, from), 303);
    const draft = { kind, text, effective_at: from === '' ? null : readMoment(from) };
    const posted = await database.write('provide', (w) => postVersion(w, powers, draft));
    if (posted.type === 'refused') return c.redirect(urls.adminDocumentPreview(kind, from), 303);
    return c.redirect(`${urls.adminDocuments()}?posted`, 303);
  });
};

function kindIn(c: SiteContext): DocumentKind | null {
  return documentKinds.find((one) => one === c.req.param('kind')) ?? null;
}

/** The draft, or the text that holds now to begin one with. */
async function textToEdit({ database, documents }: Powers, kind: DocumentKind): Promise<string> {
  const r = database.read('provide');
  return (await findDraft(r, kind))?.text ?? documents.currentDocument(kind, r.now()).source;
}

function readTyped(powers: Powers, kind: DocumentKind, { text, from }: TypedDraft): ReadDraft {
  const effective_at = from === '' ? null : readMoment(from);
  if (from !== '' && !effective_at) return { type: 'refused', because: 'too-soon', detail: from };
  return readDraft(powers, { kind, text, effective_at }, powers.database.read('provide').now());
}

function faultsOf(c: SiteContext, read: ReadDraft): FieldErrors | null {
  if (read.type === 'draft') return null;
  const { because, detail } = read;
  const field = because === 'too-soon' || because === 'taken' ? 'from' : 'text';
  return { [field]: c.var.words.t(`adminDocuments.fault.${because}`, { detail }) };
}

function showEditor(c: SiteContext, powers: Powers, kind: DocumentKind, typed: TypedDraft, errors: FieldErrors) {
  const current = powers.documents.currentDocument(kind, powers.database.read('provide').now());
  const title = c.var.words.t('adminDocuments.edit', { title: current.title });
  const children = <DraftEditor kind={kind} title={title} typed={typed} errors={errors} />;
  return respondWithFilledPage(c, { title, errors, children });
}
