export function AgreementRecord() {
  return null;
}
