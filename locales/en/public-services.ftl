# Home, catalogue, service page.
public-home-title = What do you need?
public-search-label = Find a public service
public-search-button = Search
public-search-hint = For example: marital status, khai sinh, 1.004873. Accents do not matter.
