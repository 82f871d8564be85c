// Citizens' and public pages. Every part works without this file; it only makes them kinder.

import { autosave } from "./autosave.js";
import { communes } from "./communes.js";
import { conditions } from "./conditions.js";
import { copyButtons } from "./copy.js";
import { errorSummary } from "./error_summary.js";
import { menu } from "./menu.js";
import { passwords } from "./password.js";
import { printButtons } from "./print.js";
import { submitOnce } from "./submit_once.js";
import { uploads } from "./uploads.js";

errorSummary();
communes();
conditions();
menu();
passwords();
copyButtons();
printButtons();
uploads();
autosave();
submitOnce();
