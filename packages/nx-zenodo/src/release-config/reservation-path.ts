/** Where the receipt is written unless the configuration names another place; `{version}` is replaced. */
export const defaultReceipt = 'docs/releases/{version}-ZENODO.json';

/** Where a reserved DOI is noted: beside the receipt. */
export function reservationPath(receipt: string): string {
  return receipt.replace(/(-ZENODO)?\.json$|$/, '-RESERVATION.json');
}
