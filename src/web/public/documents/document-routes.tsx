import {
  type DocumentKind,
  type Documents,
  documentKinds,
  type PolicyDocument,
  versionBefore,
} from '../../../domains/policy/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { ChangesPage } from './changes-page.tsx';
import { DocumentPage } from './document-page.tsx';

export const documentRoutes: Routes = (site, { database, documents }) => {
  const show = (c: SiteContext, choose: (current: PolicyDocument) => PolicyDocument | null) => {
    const kind = kindIn(c);
    if (!kind) return respondNotFound(c);
    const current = documents.currentDocument(kind, database.read('provide').now());
    const document = choose(current);
    if (!document) return respondNotFound(c);
    const before = versionBefore(documents, kind, document.effective_at);
    const view = { document, current, before, versions: documents.listVersions(kind) };
    return respondWithPage(c, { title: document.title, children: <DocumentPage view={view} /> });
  };

  site.get('/documents/:kind', (c) => show(c, (current) => current));

  site.get('/documents/:kind/changes', (c) => {
    const kind = kindIn(c);
    const pair = kind && pairIn(c, documents, kind);
    if (!pair) return respondNotFound(c);
    const view = { ...pair, versions: documents.listVersions(kind) };
    const title = c.var.words.t('documents.changesOf', { title: pair.after.title });
    return respondWithPage(c, { title, children: <ChangesPage view={view} title={title} /> });
  });

  site.get('/documents/:kind/:version', (c) =>
    show(c, ({ kind }) => documents.findVersion(kind, c.req.param('version'))),
  );
};

function kindIn(c: SiteContext): DocumentKind | null {
  return documentKinds.find((one) => one === c.req.param('kind')) ?? null;
}

/** The two versions that the address names, the earlier first. */
function pairIn(c: SiteContext, documents: Documents, kind: DocumentKind) {
  const [one, other] = ['from', 'to'].map((name) => documents.findVersion(kind, c.req.query(name) ?? ''));
  if (!one || !other) return null;
  return one.effective_at <= other.effective_at ? { before: one, after: other } : { before: other, after: one };
}
