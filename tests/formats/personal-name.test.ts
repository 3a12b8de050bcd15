// Names of authors and their parts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../lib/formats/export-text';
import { splitName } from '../../lib/formats/personal-name';
import { anyText } from './example-entries';

describe('the parts of a name', () => {
  it.each([
    ['Nora Feld', 'Nora', '', 'Feld', ''],
    ['Marco AF Pimentel', 'Marco AF', '', 'Pimentel', ''],
    ['Wil M. P. van der Aalst', 'Wil M. P.', 'van der', 'Aalst', ''],
    ['Éric de la Clergerie', 'Éric', 'de la', 'Clergerie', ''],
    ['Luc Van Gool', 'Luc', '', 'Van Gool', ''],
    ['Guy Van den Broeck', 'Guy', '', 'Van den Broeck', ''],
    ['Fernando De la Torre', 'Fernando', '', 'De la Torre', ''],
    ['Kiet Van Nguyen', 'Kiet Van', '', 'Nguyen', ''],
    ['Xue Bin Peng', 'Xue Bin', '', 'Peng', ''],
    ['Hal Daumé III', 'Hal', '', 'Daumé', 'III'],
    ['Antonio Laverghetta Jr.', 'Antonio', '', 'Laverghetta', 'Jr.'],
    ['Ragavendran P V', 'Ragavendran P', '', 'V', ''],
    ["Luis Fernando D'Haro", 'Luis Fernando', '', "D'Haro", ''],
    ['Иван Петров', 'Иван', '', 'Петров', ''],
    ['yuelin bai', 'yuelin', '', 'bai', ''],
    ['Van Dyke', 'Van', '', 'Dyke', ''],
    ['Jean de Dieu Nyandwi', 'Jean de Dieu', '', 'Nyandwi', ''],
  ])('of %s', (name, given, particle, family, suffix) => {
    expect(splitName(name)).toEqual({ given, particle, family, suffix });
  });

  it.each([
    'OpenAI',
    'Gemma Team',
    'GLM-4. 5 Team',
    'Team Hunyuan3D',
    'Clark Labs Inc',
    'Imagen-Team-Google',
    'Feld, Nora',
    'Simon and Garfunkel',
    'and Lei Bai',
    'family=Feld given',
    '王 小明',
    'de Vries',
    '',
  ])('are not made of “%s”', (name) => {
    expect(splitName(name)).toEqual({ literal: name });
  });

  it('give the name again when they are joined', () => {
    fc.assert(
      fc.property(anyText.map(oneLine), (name) => {
        const parts = splitName(name);
        const joined =
          'literal' in parts
            ? parts.literal
            : [parts.given, parts.particle, parts.family, parts.suffix].filter(Boolean).join(' ');
        expect(joined).toBe(name);
      }),
    );
  });
});
