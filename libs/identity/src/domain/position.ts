/** Key of the position that owns the register's first content; its first holder is the first account. */
export const REGISTER_OWNER = 'register-owner';
