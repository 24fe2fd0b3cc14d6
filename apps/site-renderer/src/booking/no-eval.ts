import { config } from 'zod';

// Before any schema is made: Zod would try `new Function`, which the page's policy refuses and reports.
config({ jitless: true });
