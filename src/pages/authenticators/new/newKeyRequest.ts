/** What *create* asks for: the kind of key, and the account's password as it was typed. */
export type NewKeyRequest = { typeId: number; password: string };
