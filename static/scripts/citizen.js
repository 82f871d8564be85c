// Citizens' and public pages. Every part works without this file; it only makes them kinder.

import { asking } from "./asking.js";
import { autosave } from "./autosave.js";
import { communes } from "./communes.js";
import { copyButtons } from "./copy.js";
import { errorSummary } from "./error_summary.js";
import { menu } from "./menu.js";
import { passkeys } from "./passkey.js";
import { passwords } from "./password.js";
import { printButtons } from "./print.js";
import { rows } from "./rows.js";
import { submitOnce } from "./submit_once.js";
import { uploads } from "./uploads.js";

errorSummary();
communes();
rows();
asking();
menu();
passkeys();
passwords();
copyButtons();
printButtons();
uploads();
autosave();
submitOnce();
