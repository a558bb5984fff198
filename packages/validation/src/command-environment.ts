const secret = /TOKEN|SECRET|PASSW(OR)?D|CREDENTIAL|API_?KEY|PRIVATE_?KEY|AUTH/i;

/**
 * The environment for a command of a check: all but the variables whose name looks like a secret, since a
 * check of files needs no token; `passed` names those to hand on all the same.
 */
export function commandEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  passed: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && (!secret.test(entry[0]) || passed.includes(entry[0])),
    ),
  );
}
