// `npm run db:generate`: writes Prisma's client from prisma/schema.prisma.
import { generateClient } from "./start/generated-client.mjs";

await generateClient({ force: true });
