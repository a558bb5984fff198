// One test for each numbered exchange of Zenodo's own tests. Run it with `npm run conformance`.
import './cases/simple-flow.js';
import './cases/metadata.js';
import './cases/quickstart.js';
import './cases/communities-and-formats.js';
import './cases/search.js';
import './cases/search-parameters.js';
import './cases/record-files.js';
import './cases/drafts.js';
import './cases/files.js';
import './cases/downloads.js';
import './cases/links-and-versions.js';
import './cases/own.js';
import './cases/endpoints.js';
import './cases/access.js';
import './cases/unmodified-clients.js';
