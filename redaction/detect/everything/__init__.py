"""Details that only a text for strangers must lose: years, periods, money, bodies, callings."""
