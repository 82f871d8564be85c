// Every service on offer is submitted with the values of its own first example, on a phone; three of them without scripts.
import { expect, test } from '@playwright/test';
import { apply } from './support/apply';
import { firstExamples } from './support/form';
import { listen, look } from './support/page';
import { signedIn } from './support/people';

const WITHOUT_SCRIPTS = ['chung-thuc-ban-sao', 'ho-ngheo', 'khai-sinh'];

for (const example of firstExamples()) {
  test(`${example.slug}: ${example.name}`, async ({ browser }, info) => {
    test.skip(info.project.name === 'desktop', 'the phone is harder');
    test.skip(info.project.name === 'nojs' && !WITHOUT_SCRIPTS.includes(example.slug), 'three services are enough to know');
    const citizen = await signedIn(browser, info, 'nguyen.van.mau', '/ho-so');
    const { expectQuiet } = listen(citizen);
    await citizen.goto(`/dich-vu/${example.slug}`);
    await look(citizen, info, `${example.slug}-page`);
    const code = await apply(citizen, example, { look: (name) => look(citizen, info, `${example.slug}-${name}`) });
    await citizen.goto(`/ho-so/${code}`);
    await look(citizen, info, `${example.slug}-dossier`);
    await expect(citizen.locator('h1')).toBeVisible();
    expectQuiet();
  });
}
