import assert from 'node:assert/strict';
import type { Client } from '../client.js';
import { createPublished, nativeFace, presentation } from '../depositions.js';

/** Checks what a licence is stored as, and how the deposit API gives it back. */
export async function matchLicense(client: Client, sent: string, stored: string, told: string) {
  const { id, metadata } = await createPublished(client, { ...presentation, license: sent });
  const record = (await client.get(`/records/${id}`, nativeFace)).body;
  assert.deepEqual([record.metadata.rights[0].id, metadata.license], [stored, told]);
}
