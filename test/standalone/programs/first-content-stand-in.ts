/** Stands in for the loader of the first content. */
console.log(`first content with the owner's connection: ${process.env.DATABASE_OWNER_URL !== undefined}`);
