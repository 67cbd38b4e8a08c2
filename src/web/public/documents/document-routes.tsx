import { documentKinds, type PolicyDocument } from '../../../domains/policy/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { DocumentPage } from './document-page.tsx';

export const documentRoutes: Routes = (site, { database, documents }) => {
  const show = (c: SiteContext, choose: (current: PolicyDocument) => PolicyDocument | null) => {
    const kind = documentKinds.find((one) => one === c.req.param('kind'));
    if (!kind) return respondNotFound(c);
    const current = documents.currentDocument(kind, database.read('provide').now());
    const document = choose(current);
    if (!document) return respondNotFound(c);
    const view = { document, current, versions: documents.listVersions(kind) };
    return respondWithPage(c, { title: document.title, children: <DocumentPage view={view} /> });
  };

  site.get('/documents/:kind', (c) => show(c, (current) => current));
  site.get('/documents/:kind/:version', (c) =>
    show(c, ({ kind }) => documents.findVersion(kind, c.req.param('version'))),
  );
};
