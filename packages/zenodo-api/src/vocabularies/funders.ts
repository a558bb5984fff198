/** A funder that the deposit API knows by its Crossref funder DOI. */
export interface Funder {
  readonly acronym: string;
  readonly doi: string;
  /** ROR id without its URL, the id of Zenodo's vocabulary. */
  readonly ror: string;
}

// acronym, Crossref funder DOI after 10.13039/, ROR id. UKRI follows RCUK: it is the answer for their shared id.
const TABLE = `
AKA 501100002341 05k73zm37
ANR 501100001665 00rbzpz17
ARC 501100000923 05mmh0f86
ASAP 100018231 03zj4c476
CIHR 501100000024 01gavpb45
EC 501100000780 00k4n6c32
EEA 501100000806 02k4b9v70
FCT 501100001871 00snfqn58
FWF 501100002428 013tf3c58
HRZZ 501100004488 03n51vw80
INCa 501100006364 03m8vkq32
MESTD 501100004564 01znas443
NHMRC 501100000925 011kf5r70
NIH 100000002 01cwqze88
NSERC 501100000038 01h531d29
NSF 100000001 021nxhr62
NWO 501100003246 04jsz6e67
RCUK 501100000690 001aqnf71
SFI 501100001602 0271asj38
SNSF 501100001711 00yjd3n13
SSHRC 100001345 006cvnv84
TUBITAK 501100004410 04w9kkr77
TWCF 501100011730 00x0z1472
UKRI 100014013 001aqnf71
WT 100004440 029chgv08
`;

const funders: readonly Funder[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [acronym = '', doi = '', ror = ''] = line.split(' ');
    return { acronym, doi: `10.13039/${doi}`, ror };
  });
const byDoi = new Map(funders.map((funder) => [funder.doi, funder]));
const byRor = new Map(funders.map((funder) => [funder.ror, funder]));

/** The funder with this Crossref funder DOI, or null. */
export function funderByDoi(doi: string): Funder | null {
  return byDoi.get(doi) ?? null;
}

/** The funder with this ROR id (no URL), or null. */
export function funderByRor(ror: string): Funder | null {
  return byRor.get(ror) ?? null;
}

/** All funders of the vocabulary that are known here. */
export function allFunders(): readonly Funder[] {
  return funders;
}

/** The funder that a grant id without `::` is taken to belong to: the European Commission. */
export const DEFAULT_FUNDER_DOI = '10.13039/501100000780';
